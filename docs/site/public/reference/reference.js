// One choice of colours for the whole site: the guides keep it under "starlight-theme", Redoc under "redoc.colorMode".
try {
  const chosen = localStorage.getItem("starlight-theme");
  if (chosen) localStorage.setItem("redoc.colorMode", chosen);
  else localStorage.removeItem("redoc.colorMode");

  // Redoc's button changes the class of the root element and what Redoc keeps.
  new MutationObserver(() => {
    const mode = localStorage.getItem("redoc.colorMode");
    if (mode) localStorage.setItem("starlight-theme", mode);
  }).observe(document.documentElement, { attributeFilter: ["class"] });
} catch {
  // Without storage there is no choice to keep.
}

// Redoc takes every change of the anchor for a change of page, so the way past the menu goes without one.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || !event.target.matches(".skip")) return;
  event.preventDefault();
  const content = document.getElementById("api-content");
  if (content === null) return;
  content.tabIndex = -1;
  content.focus();
});
