import { forestPlot } from './forest-plot.js';

const LEFT_OUT = {
  eventNotHeld: 'The event was cancelled, postponed, or not over yet',
  noResearchConsent: 'No consent to research',
  notAttended: 'Registered, but did not attend',
  notIndexEvent: 'Another attendance of somebody who is counted at their last event',
};
const TESTS = { fisherExact: 'Fisher’s exact test', chiSquared: 'Chi-squared test' };
const ESTIMATES = {
  riskReady: ['Engaged, of those with a prior need', percent],
  riskNotReady: ['Engaged, of those without', percent],
  riskDifference: ['Difference of the two', points],
  relativeRisk: ['Relative risk', ratio],
  oddsRatio: ['Odds ratio', ratio],
  phi: ['Phi (correlation of the two)', ratio],
};

/** Fills the page with one readiness report; what is null in it is shown with its reason, never as zero. */
export function showReport(report) {
  const days = report.parameters.window.replace(/\D/g, '');
  id('headline').textContent = headline(report, days);
  id('warnings').replaceChildren(...report.warnings.map(warning => make('li', warning)));
  showTable(report);
  showForest(report);
  showTrend(report.trend);
  showEstimates(report);
  showLeftOut(report.population);
  showMethods(report);
}

function headline(report, days) {
  const { riskReady, riskNotReady, relativeRisk } = report.estimates;
  const { ready, notReady } = report.table;
  if (riskReady.value == null || riskNotReady.value == null) {
    return 'These choices leave too little to compare: ' + (riskReady.reason ?? riskNotReady.reason ?? 'no figures') + '.';
  }
  const who = report.parameters.unit === 'participant' ? 'people' : 'attendances';
  const groups = `Of ${total(ready)} ${who} with a need declared beforehand, ${count(ready.engaged)} (${percent(riskReady.value)}) `
    + `led to an exchange within ${days} days; of ${total(notReady)} without, ${count(notReady.engaged)} (${percent(riskNotReady.value)}).`;
  if (relativeRisk.value == null) {
    return groups + ` How many times as often cannot be said: ${relativeRisk.reason}.`;
  }
  const sure = relativeRisk.lower > 1 || relativeRisk.upper < 1
    ? '' : ' The interval includes 1: these data cannot tell a difference from none.';
  return `${groups} That is ${relativeRisk.value.toFixed(1)} times as often (95 % interval `
    + `${relativeRisk.lower.toFixed(1)} to ${relativeRisk.upper.toFixed(1)}).${sure}`;
}

function showTable(report) {
  const { ready, notReady } = report.table;
  const row = (label, cells, risk) => [label, count(cells.engaged), count(cells.notEngaged), total(cells),
    withInterval(risk, percent)];
  fill('two-by-two', ['Who came', 'Exchange', 'No exchange', 'All', 'Share with an exchange (95 % interval)'], [
    row('Need open at the start', ready, report.estimates.riskReady),
    row('No need open at the start', notReady, report.estimates.riskNotReady),
  ]);
}

function showForest(report) {
  const { stratified } = report;
  id('stratum-name').textContent = stratified.by;
  const rows = stratified.strata.map(stratum => ({ label: stratum.label ?? stratum.key, ...stratum.relativeRisk }));
  rows.push({ label: 'Pooled (Mantel-Haenszel)', pooled: true, ...stratified.mantelHaenszel.relativeRisk });
  rows.push({ label: 'All together (crude)', pooled: true, ...report.estimates.relativeRisk });
  id('forest').replaceChildren(forestPlot(rows));
  const p = stratified.breslowDay?.pValue;
  id('homogeneity').textContent = p == null
    ? 'Whether the strata differ cannot be tested here.'
    : `Test that all strata have one odds ratio (Breslow-Day): p = ${pValue(p)}.`
      + (p < 0.05 ? ' They seem to differ: read them one by one rather than pooled.' : '');
}

function showTrend(trend) {
  const names = { NONE: 'No open need', LOW: 'Low (0 to 7 of 16)', MEDIUM: 'Medium (8 to 11)', HIGH: 'High (12 to 16)' };
  fill('trend', ['Readiness', 'Exchange', 'All', 'Share'], trend.levels.map(level => [
    names[level.level] ?? level.level, count(level.engaged), count(level.total),
    level.total && level.engaged != null ? percent(level.engaged / level.total) : '–',
  ]));
  const test = trend.cochranArmitage;
  id('trend-test').textContent = test?.pValue == null
    ? `No test of a trend: ${test?.reason ?? 'too little data'}.`
    : `Cochran-Armitage test of a trend: z = ${test.statistic.toFixed(2)}, p = ${pValue(test.pValue)}.`;
}

function showEstimates(report) {
  const rows = Object.entries(ESTIMATES).map(([key, [label, format]]) =>
    [label, withInterval(report.estimates[key], format), report.estimates[key]?.method ?? '']);
  rows.push(['Relative risk, allowing for people counted more than once',
    withInterval(report.clusterRobust?.relativeRisk, ratio), report.clusterRobust?.relativeRisk?.method ?? '']);
  rows.push(['Odds ratio, pooled over strata',
    withInterval(report.stratified.mantelHaenszel.oddsRatio, ratio), report.stratified.mantelHaenszel.oddsRatio?.method ?? '']);
  const eValue = report.estimates.eValue;
  rows.push(['E-value: how strong something unseen would have to be to explain it away',
    eValue?.value == null ? '–' : `${eValue.value.toFixed(2)} (interval: ${eValue.limit?.toFixed(2) ?? '–'})`, '']);
  const bounds = report.bounds?.riskDifference;
  rows.push(['Difference at worst and at best, whatever those not ascertained did',
    bounds?.lower == null ? '–' : `${points(bounds.lower)} to ${points(bounds.upper)}`, '']);
  for (const [key, label] of Object.entries(TESTS)) {
    const test = report.tests[key];
    rows.push([label, test?.pValue == null ? test?.reason ?? '–' : 'p = ' + pValue(test.pValue), test?.method ?? '']);
  }
  for (const [key, label] of [['spearman', 'Spearman’s rho of score and exchanges'], ['kendall', 'Kendall’s tau-b of score and exchanges']]) {
    rows.push([label, withInterval(report.rank?.[key], ratio), report.rank?.[key]?.method ?? '']);
  }
  fill('estimates', ['What', 'Estimate (95 % interval)', 'Method'], rows);
}

function showLeftOut(population) {
  const rows = Object.entries(population.excluded).map(([reason, n]) => [LEFT_OUT[reason] ?? reason, count(n)]);
  rows.push(['Counted, but not followed for the whole time yet', count(population.unascertained)]);
  rows.push(['Counted above', count(population.ascertained)]);
  rows.push(['Needs declared only after the event began: not counted as prior', count(population.lateNeeds)]);
  fill('left-out', ['Attendances', 'Number'], rows);
}

function showMethods(report) {
  const list = make('dl');
  const add = (term, description) => list.append(make('dt', term), make('dd', description));
  Object.entries(report.parameters).forEach(([name, value]) => add(name, String(value ?? 'all')));
  for (const part of [report.definitions, report.methods]) {
    Object.entries(part ?? {}).forEach(([name, value]) =>
      add(name, typeof value === 'string' ? value : JSON.stringify(value)));
  }
  id('methods').replaceChildren(list);
}

function fill(tableId, columns, rows) {
  const head = make('tr');
  head.append(...columns.map((column, i) => header('col', column, i)));
  const body = rows.map(row => {
    const line = make('tr');
    line.append(...row.map((value, i) => i === 0 ? header('row', value, i) : cell('td', value, i)));
    return line;
  });
  const thead = make('thead');
  thead.append(head);
  const tbody = make('tbody');
  tbody.append(...body);
  id(tableId).replaceChildren(thead, tbody);
}

function header(scope, value, column) {
  const node = cell('th', value, column);
  node.scope = scope;
  return node;
}

function cell(name, value, column) {
  const node = make(name, value);
  if (column > 0) {
    node.className = 'number';
  }
  return node;
}

function withInterval(estimate, format) {
  if (estimate?.value == null) {
    return estimate?.reason ?? '–';
  }
  return estimate.lower == null
    ? format(estimate.value)
    : `${format(estimate.value)} (${format(estimate.lower)} to ${format(estimate.upper)})`;
}

function count(n) {
  return n == null ? 'fewer than shown' : n.toLocaleString('en');
}

function total(cells) {
  return cells.engaged == null || cells.notEngaged == null ? 'fewer than shown' : count(cells.engaged + cells.notEngaged);
}

function percent(share) {
  return (share * 100).toFixed(1) + ' %';
}

function points(difference) {
  return (difference > 0 ? '+' : '') + (difference * 100).toFixed(1) + ' points';
}

function ratio(value) {
  return value.toFixed(2);
}

function pValue(p) {
  return p < 0.001 ? 'less than 0.001' : p.toFixed(3);
}

function id(name) {
  return document.getElementById(name);
}

function make(name, content) {
  const node = document.createElement(name);
  if (content !== undefined) {
    node.textContent = content;
  }
  return node;
}
