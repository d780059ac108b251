// The words of the figures of a page that cannot be read; arguments: the least size of letters in pixels.
const found = [];
let seen = 0;

const letters = ({ left, right, bottom, size }) =>
  ({ left, right: right - 1, top: bottom - size * 1.05, bottom: bottom - size * 0.25 - 1 });
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function look(figure, svg, least) {
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / svg.viewBox.baseVal.width;
  const boxes = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return { text: text.textContent, left, right, top, bottom, size: parseFloat(getComputedStyle(text).fontSize) * scale };
  });
  for (const [place, box] of boxes.entries()) {
    const cut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
    if (cut || box.left < 0 || box.right > innerWidth) found.push(`${figure.id}: “${box.text}” is cut off`);
    if (box.size < least) found.push(`${figure.id}: “${box.text}” is ${box.size} px`);
    for (const other of boxes.slice(place + 1)) {
      if (meet(letters(box), letters(other))) found.push(`${figure.id}: “${box.text}” lies on “${other.text}”`);
    }
  }
  seen += boxes.length;
}

for (const figure of document.querySelectorAll(".dz-figure:has(.dz-figure__narrow)")) {
  const shown = [...figure.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
  if (shown.length !== 1) found.push(`${figure.id}: ${shown.length} forms are shown`);
  for (const svg of shown) look(figure, svg, arguments[0]);
}
return [seen, found];
