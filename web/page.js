// What the page does by itself, before and beside the framework. Nothing here talks to the network.
(() => {
  "use strict";
  // The framework speaks the browser's language; ours is French, whatever the browser's.
  for (const [name, value] of [["language", "fr"], ["languages", ["fr"]]])
    Object.defineProperty(navigator, name, { get: () => value });

  // Names that the framework gives to screen readers in English only.
  const FRENCH = [
    [/^chatbot conversation$/, "Conversation"],
    [/^user's message:.*/s, "Votre message"],
    [/^bot's message:.*/s, "Réponse"],
    [/^Select example \d+: /, "Exemple, "],
    [/^Scroll down$/, "Aller à la fin"],
    [/^Clear$/, "Effacer la conversation"],
    [/^Submit$/, "Envoyer"],
  ];
  const inFrench = (element) => {
    for (const name of ["aria-label", "title"]) {
      const said = element.getAttribute(name) ?? "";
      const french = FRENCH.reduce((words, [english, ours]) => words.replace(english, ours), said);
      if (french !== said) element.setAttribute(name, french);
    }
  };

  // A mark [1] leads to its source, opened if it was folded. A plain link would reload a page with a query string.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("a.mark");
    const source = mark && document.getElementById(mark.getAttribute("href").slice(1));
    if (!source) return;
    event.preventDefault();
    clearTimeout(coming); // who already reads on isn't taken back to the top
    source.closest("details").open = true;
    document.querySelectorAll(".shown").forEach((other) => other.classList.remove("shown"));
    source.classList.add("shown");
    source.focus({ preventScroll: true });
    source.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  });

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // A new question comes to the top, and again when its answer is there, so that it is read from its beginning.
  let seen = "";
  let coming;
  const follow = () => {
    const typed = document.querySelectorAll("#chat .typed");
    const now = `${typed.length} ${document.querySelectorAll("#chat .reply:not(.searching)").length}`;
    if (now === seen) return;
    seen = now;
    const last = typed[typed.length - 1];
    clearTimeout(coming);
    coming = setTimeout(() => last?.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" }), 60);
  };

  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType === 1) inFrench(target);
      for (const node of addedNodes)
        if (node.nodeType === 1) [node, ...node.querySelectorAll("[aria-label],[title]")].forEach(inFrench);
    }
    follow();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "title"] });
})();
