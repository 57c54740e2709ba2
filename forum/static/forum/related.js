// Related statements of an issue's points: shown below their point. Without this, the link leads to where they stand.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".more-like"))) {
  const point = /** @type {HTMLElement} */ (link.closest(".point"))
  const place = document.createElement("div")
  place.className = "related"
  link.role = "button"
  link.ariaExpanded = "false"
  link.addEventListener("click", async (event) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    if (!place.childElementCount) {
      const answer = await fetch(link.href).then((response) => response.text()).catch(() => "")
      const list = new DOMParser().parseFromString(answer, "text/html").querySelector("#related + ol")
      if (!list) return location.assign(link.href)
      place.append(list)
    }
    const isShown = place.isConnected
    if (isShown) place.remove()
    else point.append(place)
    link.ariaExpanded = String(!isShown)
  })
}
