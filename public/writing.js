// Buttons over a field of Markdown, and a look at what becomes of the text. Without script the
// field is a plain text area, and nothing of this is to be seen.

const PAUSE = 400; // milliseconds without a key before the text is shown anew

/** Writes into the field as if it were typed, so that it can be undone. */
function type(field, text, from, to) {
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts a sign on both sides of what is selected, or takes it away; what is selected stays so. */
function around(field, sign) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const has = value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign;
  const text = value.slice(from, to);
  const isHalf = sign === '*' && value.slice(from - 2, from) === '**'; // bold is no italic
  if (has && text && !isHalf) {
    type(field, text, from - sign.length, to + sign.length);
    field.setSelectionRange(from - sign.length, to - sign.length);
  } else {
    type(field, sign + text + sign, from, to);
    field.setSelectionRange(from + sign.length, to + sign.length);
  }
}

/** Puts a sign before each line that the selection touches, or takes it away. */
function before(field, sign) {
  const { selectionStart, selectionEnd, value } = field;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const end = value.indexOf('\n', selectionEnd);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split('\n');
  const mark = (index) => (sign === '1. ' ? `${index + 1}. ` : sign);
  const has = (line) => (sign === '1. ' ? /^\d+\. /.test(line) : line.startsWith(sign));
  const text = lines.every(has)
    ? lines.map((line) => line.replace(sign === '1. ' ? /^\d+\. / : sign, ''))
    : lines.map((line, index) => mark(index) + line);
  type(field, text.join('\n'), from, to);
  field.setSelectionRange(from, from + text.join('\n').length);
}

const marks = {
  bold: (field) => around(field, '**'),
  italic: (field) => around(field, '*'),
  heading: (field) => before(field, '# '),
  list: (field) => before(field, '- '),
  numbers: (field) => before(field, '1. '),
  link(field) {
    const { selectionStart: from, selectionEnd: to, value } = field;
    const text = value.slice(from, to);
    type(field, `[${text}](https://)`, from, to);
    // Where the next thing is to be typed: the words if there are none, else the address.
    const at = text ? from + text.length + 3 + 'https://'.length : from + 1;
    field.setSelectionRange(at, at);
  },
};

/** One stop for the Tab key; arrows lead from button to button (ARIA APG, toolbar). */
function arrows(toolbar) {
  const buttons = [...toolbar.querySelectorAll('button')];
  const stop = (button) => buttons.forEach((one) => { one.tabIndex = one === button ? 0 : -1; });
  stop(buttons[0]);
  toolbar.addEventListener('focusin', (event) => stop(event.target));
  toolbar.addEventListener('keydown', (event) => {
    const now = buttons.indexOf(document.activeElement);
    const forward = getComputedStyle(toolbar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const next = {
      [forward]: (now + 1) % buttons.length,
      [back]: (now + buttons.length - 1) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next].focus();
  });
}

/** Shows what becomes of the text, a moment after it was typed. The server makes it safe. */
function look(field, part) {
  const shown = part.querySelector('.prose');
  let timer;
  let under;
  const show = async () => {
    under?.abort();
    under = new AbortController();
    try {
      const body = new URLSearchParams({ text: field.value });
      const answer = await fetch('/api/markdown', { method: 'POST', body, signal: under.signal });
      if (!answer.ok) return;
      shown.innerHTML = await answer.json();
      part.hidden = !shown.innerHTML;
    } catch (error) {
      if (error.name !== 'AbortError') console.info('writing:', error.message);
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  if (field.value.trim()) show();
}

for (const part of document.querySelectorAll('[data-writing]')) {
  const [field, toolbar] = [part.querySelector('textarea'), part.querySelector('[role="toolbar"]')];
  if (!toolbar.hidden) continue; // a page with two fields asks for this file twice
  toolbar.hidden = false;
  part.classList.add('is-beside');
  toolbar.addEventListener('click', (event) => {
    const mark = event.target.closest('[data-mark]')?.dataset.mark;
    if (mark) marks[mark](field);
  });
  field.addEventListener('keydown', (event) => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && { b: 'bold', i: 'italic' }[event.key];
    if (!mark) return;
    event.preventDefault();
    marks[mark](field);
  });
  arrows(toolbar);
  look(field, part.querySelector('.shown'));
}
