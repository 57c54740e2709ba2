// The line above the text: whether all is saved, and who else is here.
import { $, say } from "rapporteur/elements"
import { marginOf, showInMargin } from "rapporteur/margin"
import { same } from "rapporteur/units"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createStatus(session) {
  function show(keeper) {
    say($("#status"), textOf(keeper))
    $("#status").dataset.state = stateOf(keeper)
    $("#sign-in").hidden = keeper.trouble !== "signed-out"
    $("#recovered").hidden = !keeper.recoveredAt
    showOthers(keeper.others)
  }

  function showOthers(others) {
    const here = {}
    for (const { name, cursor } of others) {
      const [key, paragraph] = cursor.split(":")
      ;(here[key] ??= []).push({ name, paragraph: Number(paragraph ?? 0) })
    }
    if (!same(marginOf(session.view.state).others, here)) showInMargin(session.view, { others: here })
    const names = others.map(({ name }) => name).join(", ")
    say($("#others"), names && fill(gettext("Also here: %(names)s"), { names }))
  }

  return { show }
}

function textOf(keeper) {
  if (keeper.trouble === "signed-out") {
    return gettext("You are signed out. What you type is kept in this browser; sign in again to save it.")
  }
  if (keeper.trouble === "gone") {
    return keeper.told ||
      gettext("This draft was deleted for good. What you see here is in this browser only.")
  }
  if (keeper.trouble) {
    return gettext(
      "The server does not answer. What you type is kept in this browser and sent as soon as it does.",
    )
  }
  if (keeper.conflicts.size) {
    return gettext("Somebody else changed the same place. Choose below; all else is saved.")
  }
  if (keeper.refused.size) {
    return gettext("Something here cannot be saved. Look at the field in red; all else is saved.")
  }
  return keeper.saving || keeper.dirty ? gettext("Saving …") : ago(keeper.savedAt)
}

function stateOf(keeper) {
  if (keeper.trouble) return "trouble"
  if (keeper.conflicts.size || keeper.refused.size) return "waits"
  return keeper.dirty ? "saving" : "saved"
}

function ago(moment) {
  const seconds = Math.round((Date.now() - moment) / 1000)
  if (seconds < 5) return gettext("Saved")
  if (seconds < 90) return fill(gettext("Saved %(count)s s ago"), { count: seconds })
  return fill(gettext("Saved %(count)s min ago"), { count: Math.round(seconds / 60) })
}
