// One colour choice for the whole site: the guides keep theirs in "starlight-theme", Redoc its own in "redoc.colorMode".
try {
  const chosen = localStorage.getItem("starlight-theme");
  if (chosen) localStorage.setItem("redoc.colorMode", chosen);
  else localStorage.removeItem("redoc.colorMode");
} catch {}
