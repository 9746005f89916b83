// A forest plot of ratios on a logarithmic axis, as SVG. It draws what the table beside it says in numbers.

const WIDTH = 860;
const LABELS = 250;
const NUMBERS = 190;
const ROW = 34;
const TOP = 14;
const AXIS = 44;
const TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** rows: [{label, count, value, lower, upper, reason, pooled}] */
export function forestPlot(rows) {
  const shown = rows.filter(row => row.value != null && row.lower != null && row.upper != null);
  const low = Math.max(0.05, Math.min(0.5, ...shown.map(row => row.lower)));
  const high = Math.min(100, Math.max(2, ...shown.map(row => row.upper)));
  const left = LABELS;
  const right = WIDTH - NUMBERS;
  const x = ratio => left + (Math.log(clamp(ratio, low, high)) - Math.log(low)) / (Math.log(high) - Math.log(low)) * (right - left);
  const height = TOP + rows.length * ROW + AXIS;
  const bottom = height - AXIS;
  const svg = element('svg', {
    viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, role: 'img',
    'aria-label': 'Forest plot. ' + rows.map(row => `${row.label}: ${inWords(row)}`).join('. '),
  });
  svg.append(element('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }));
  for (const tick of TICKS.filter(tick => tick >= low && tick <= high)) {
    svg.append(element('line', { class: tick === 1 ? 'none' : 'axis', x1: x(tick), x2: x(tick), y1: tick === 1 ? TOP : bottom, y2: bottom + 5 }));
    svg.append(text(tick, { class: 'quiet', x: x(tick), y: bottom + 20, 'text-anchor': 'middle' }));
  }
  svg.append(text('relative risk (logarithmic)', { class: 'quiet', x: (left + right) / 2, y: bottom + 38, 'text-anchor': 'middle' }));
  rows.forEach((row, i) => svg.append(plotRow(row, TOP + i * ROW + ROW / 2, x, right)));
  return svg;
}

function plotRow(row, y, x, right) {
  const group = element('g', { 'data-stratum': row.label });
  const label = row.label.length > 30 ? row.label.slice(0, 29) + '…' : row.label;
  group.append(text(label, { x: 0, y: y + 5, 'font-weight': row.pooled ? 700 : 400 }));
  if (row.value == null) {
    group.append(text(row.reason ?? 'not estimable', { class: 'quiet', x: right + 10, y: y + 4 }));
    return group;
  }
  if (row.lower != null && row.upper != null) {
    group.append(element('line', { class: 'interval', x1: x(row.lower), x2: x(row.upper), y1: y, y2: y }));
  }
  const cx = x(row.value);
  group.append(row.pooled
    ? element('path', { class: 'pooled', d: `M ${cx - 9} ${y} L ${cx} ${y - 8} L ${cx + 9} ${y} L ${cx} ${y + 8} Z` })
    : element('rect', { class: 'point', x: cx - 5, y: y - 5, width: 10, height: 10 }));
  group.append(text(inWords(row), { x: right + 10, y: y + 5 }));
  return group;
}

function inWords(row) {
  return row.value == null
    ? row.reason ?? 'not estimable'
    : `${row.value.toFixed(2)} (${row.lower?.toFixed(2) ?? '–'} to ${row.upper?.toFixed(2) ?? '–'})`;
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

function element(name, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}

function text(content, attributes) {
  const node = element('text', attributes);
  node.textContent = content;
  return node;
}
