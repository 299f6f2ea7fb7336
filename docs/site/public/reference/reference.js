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

// Redoc's menus hear the mouse only, and some stand at the end of the page. The keys are those of every menu.
document.addEventListener("keydown", (event) => {
  const button = document.querySelector('[aria-haspopup="menu"][aria-expanded="true"]');
  if (button === null) return;
  const items = [...document.querySelectorAll('[role="menuitem"]')].filter((item) => item.checkVisibility());
  const at = items.indexOf(document.activeElement);
  const goTo = { ArrowDown: items[at + 1] ?? items[0], ArrowUp: items.at(at < 0 ? -1 : at - 1) }[event.key];
  if (goTo !== undefined) {
    event.preventDefault();
    goTo.focus();
  } else if (["Escape", "Tab"].includes(event.key) || (at >= 0 && ["Enter", " "].includes(event.key))) {
    // Redoc has done what the item says, and left its menu open. From the button, Tab goes on as if there were no menu.
    if (event.key !== "Tab") event.preventDefault();
    button.click();
    button.focus();
  }
});
