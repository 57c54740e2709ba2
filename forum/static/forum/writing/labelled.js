// The foot of the sheet as it is typed, a line each: "Editor: Ada Berg, Ivo Lund", "报：市委办公室".

const COMMA = /\s*[,，、]\s*/u
const LINE = /^\s*(?:([^:：]*)[:：])?\s*(.*?)\s*$/u

const linesOf = (text) => text.split("\n").filter((line) => line.trim()).map((line) => LINE.exec(line) ?? [])
const typed = (label, text, language) => (label ? `${label}${language === "zh" ? "：" : ": "}${text}` : text)

/** Those who worked on it, of what was typed: a role and a name each. */
export function readHands(text) {
  return linesOf(text).flatMap(([, role, names]) =>
    names.split(COMMA).filter(Boolean).map((name) => ({ role: (role ?? "").trim(), name }))
  )
}

/** Hands as they are typed: neighbours with one role share a line. */
export function showHands(hands, language) {
  const groups = []
  for (const { role, name } of hands) {
    const last = groups.at(-1)
    if (last && last.role === role) last.names.push(name)
    else groups.push({ role, names: [name] })
  }
  return groups.map(({ role, names }) => typed(role, names.join(language === "zh" ? "、" : ", "), language))
    .join("\n")
}

/** Lines with a label, of what was typed. */
export const readLabelled = (text) =>
  linesOf(text).map(([, label, rest]) => ({ label: (label ?? "").trim(), text: rest }))

/** Lines with a label as they are typed. */
export const showLabelled = (lines, language) =>
  lines.map(({ label, text }) => typed(label, text, language)).join("\n")
