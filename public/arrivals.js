// Who came, while they come: the numbers, the bars and the table of the page follow a stream of
// counts. Where the stream ends, the link to look again is back.

const section = document.querySelector('[data-arrivals]');

/** Puts the counts into what the page shows; whether there was a place for each. */
function show({ here, quarters }) {
  const all = new Map(quarters);
  const marked = (name) => [...section.querySelectorAll(`${name}[data-at]`)];
  const [bars, rows] = [marked('rect'), marked('tr')];
  if (!quarters.every(([at]) => rows.some((row) => row.dataset.at === at))) return false;
  const most = Math.max(1, ...all.values());
  for (const bar of bars) {
    const height = (100 * (all.get(bar.dataset.at) ?? 0)) / most;
    bar.setAttribute('height', height.toFixed(1));
    bar.setAttribute('y', (100 - height).toFixed(1));
  }
  for (const row of rows) row.querySelector('td').textContent = all.get(row.dataset.at) ?? 0;
  section.querySelector('[data-here]').textContent = here;
  section.querySelector('[data-most]').textContent = most;
  return true;
}

/** Says whether the numbers follow by themselves. */
function live(is) {
  section.querySelector('[data-live]').hidden = !is;
  section.querySelector('[data-again]').hidden = is;
}

if (section) {
  const stream = new EventSource(section.dataset.arrivals);
  stream.onmessage = ({ data }) => {
    // Somebody came at a time that the page does not show yet.
    if (show(JSON.parse(data))) live(true);
    else location.reload();
  };
  // The browser tries again by itself; where it is told not to, the link is there.
  stream.onerror = () => live(false);
  addEventListener('pagehide', () => stream.close());
}
