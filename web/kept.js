// The conversation outlives a reload of the page: in this tab only, and nowhere but in the visitor's own browser.
// `element`, `trigger` and `watch` are given by the framework.
const KEY = "coopsante";
watch("value", () => {
  const kept = element.querySelector("[data-kept]")?.dataset.kept;
  if (kept) sessionStorage.setItem(KEY, kept);
  else sessionStorage.removeItem(KEY);
});
const before = sessionStorage.getItem(KEY);
if (before) trigger("submit", JSON.parse(before));
