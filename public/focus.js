// What matters of a picture, by pointing at it. The two fields do the same with numbers, without
// script and from the keyboard.

const [x, y] = ['picture-focus-x', 'picture-focus-y'].map((id) => document.getElementById(id));

for (const part of document.querySelectorAll('[data-focus]')) {
  const picture = part.querySelector('img');
  const mark = part.appendChild(document.createElement('span'));
  mark.className = 'focus-mark';
  mark.setAttribute('aria-hidden', 'true');
  // From the left in every language: a picture does not turn over.
  const show = () => {
    const at = (field) => Math.min(100, Math.max(0, Number(field.value || 50)));
    mark.style.left = `${at(x)}%`;
    mark.style.top = `${at(y)}%`;
  };
  picture.addEventListener('click', (event) => {
    const box = picture.getBoundingClientRect();
    x.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    y.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show();
  });
  for (const field of [x, y]) field.addEventListener('input', show);
  show();
}
