// Measures a page where it stands. Gives lists of faults by name; an empty list is good.
() => {
  const seen = (e) => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && box.width > 1 && box.height > 1;
  };
  const name = (e) => {
    const words = (e.textContent || e.getAttribute("aria-label") || "").trim().slice(0, 24);
    const at = e.className && typeof e.className === "string" ? "." + e.className : "";
    return `<${e.tagName.toLowerCase()}${at}> “${words}”`;
  };
  const all = [...document.body.querySelectorAll("*")].filter(seen);
  const scrolls = (e) => {
    for (let at = e; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };

  const root = document.documentElement;
  const sideways = root.scrollWidth > innerWidth ? [`${root.scrollWidth} > ${innerWidth}`] : [];
  const outside = all
    .filter((e) => !e.children.length && e.textContent.trim() && !scrolls(e))
    .map((e) => [e, e.getBoundingClientRect()])
    // What stands wholly above or before the page is put away until it has the focus.
    .filter(([, box]) => box.right > 0 && box.bottom + scrollY > 0)
    .filter(([, box]) => box.right > innerWidth + 1 || box.left < -1)
    .map(([e]) => e)
    .map((e) => `outside: ${name(e)}`);

  const clipped = all
    .filter((e) => {
      const style = getComputedStyle(e);
      return (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
    })
    .filter((e) => e.clientWidth > 1 && e.textContent.trim())
    .map(name);

  // WCAG 2.2, 2.5.8: controls are 24 px each way.
  const controls = "header a, nav a, footer a, button, summary, input, label, select";
  const small = [...document.querySelectorAll(controls)].filter(seen)
    .filter((e) => !(e.matches("input") && e.closest("label")))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 23.5 || box.height < 23.5)
    .map(([e, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${name(e)}`);

  // A number inside a sentence is excepted, as in 2.5.8; one that stands alone is a button.
  const inSentence = (e) => {
    const around = e.closest("p, caption, small, span")?.textContent.trim() ?? "";
    return e.closest("p") !== null && around.length > e.textContent.trim().length + 12;
  };
  const phones = [...document.querySelectorAll('a[href^="tel:"]')].filter(seen)
    .filter((e) => !inSentence(e))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
    .map(([e, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${name(e)} in `
      + name(e.parentElement));

  // Contrast by WCAG 2.2; the design asks for 7 everywhere.
  const channels = (text) => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) return colour.rgb;
    }
    return [255, 255, 255];
  };
  const faint = all
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => {
      const [a, b] = [luminance(channels(getComputedStyle(e).color).rgb), luminance(ground(e))];
      return [e, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
    })
    .filter(([, ratio]) => ratio < 7)
    .map(([e, ratio]) => `${ratio.toFixed(2)} ${name(e)}`);

  const unloaded = [...document.images].filter((i) => !i.complete || !i.naturalWidth)
    .map((i) => i.src);
  if (!getComputedStyle(root).getPropertyValue("--accent").trim()) unloaded.push("stylesheet");

  // What stays on the screen while scrolling must leave room for the text at 400 % zoom.
  const sticky = all.filter((e) => /fixed|sticky/.test(getComputedStyle(e).position))
    .filter((e) => e.getBoundingClientRect().height > innerHeight * 0.3).map(name);

  const unique = (list) => [...new Set(list)];
  return {
    sideways: unique([...sideways, ...outside]), clipped: unique(clipped),
    small: unique(small), phones: unique(phones), faint: unique(faint),
    unloaded: unique(unloaded), sticky: unique(sticky),
  };
}
