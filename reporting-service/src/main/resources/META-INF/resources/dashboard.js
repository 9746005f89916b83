import { showReport } from './readiness.js';

const TOKEN = 'rapport.token';
const PARAMETERS = ['programme', 'window', 'stratifyBy', 'unit', 'asOf'];

const signIn = document.getElementById('sign-in');
const dashboard = document.getElementById('dashboard');
const choices = document.getElementById('choices');
const state = document.getElementById('state');
const answer = document.getElementById('answer');

let latest = 0;

takeTokenFromAddress();
signIn.addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, signIn.token.value.trim());
  start();
});
document.getElementById('sign-out').addEventListener('click', () => askForToken(''));
choices.addEventListener('change', () => {
  rememberChoices();
  load();
});
start();

/** A link may bring the token behind the #, where it is not sent to any server; it is taken out of the address at once. */
function takeTokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    sessionStorage.setItem(TOKEN, token);
    history.replaceState(null, '', location.pathname + location.search);
  }
}

async function start() {
  if (!sessionStorage.getItem(TOKEN)) {
    askForToken('');
    return;
  }
  try {
    const overview = await get('/v1/reports');
    signIn.hidden = true;
    dashboard.hidden = false;
    offer(choices.programme, overview.filters.programmes);
    restoreChoices();
    await load();
  } catch (problem) {
    if (problem.status !== 401) {
      askForToken(problem.message);
    }
  }
}

async function load() {
  const request = ++latest;
  const query = new URLSearchParams(chosen());
  state.textContent = 'Counting…';
  try {
    const report = await get('/v1/reports/readiness?' + query);
    if (request === latest) {
      showReport(report);
      answer.hidden = false;
      state.textContent = '';
    }
  } catch (problem) {
    if (request === latest) {
      answer.hidden = true;
      state.textContent = problem.message;
    }
  }
}

async function get(path) {
  const response = await fetch(path, {
    headers: { Authorization: 'Bearer ' + sessionStorage.getItem(TOKEN), Accept: 'application/json' },
  }).catch(() => {
    throw new Error('Rapport cannot be reached now. Try again in a moment.');
  });
  if (response.ok) {
    return response.json();
  }
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401) {
    askForToken('This token is not valid, or no longer.');
  }
  const error = new Error(response.status === 403
    ? 'This token does not open the reports.'
    : problem.detail ?? problem.title ?? `The server answered with status ${response.status}.`);
  error.status = response.status;
  throw error;
}

function askForToken(message) {
  sessionStorage.removeItem(TOKEN);
  dashboard.hidden = true;
  signIn.hidden = false;
  signIn.token.value = '';
  document.getElementById('sign-in-error').textContent = message;
}

function offer(select, options) {
  const known = new Set(Array.from(select.options, option => option.value));
  for (const option of options.filter(option => !known.has(option.id))) {
    select.append(new Option(option.label, option.id));
  }
}

function chosen() {
  return PARAMETERS.map(name => [name, choices[name].value]).filter(([, value]) => value);
}

function rememberChoices() {
  history.replaceState(null, '', '?' + new URLSearchParams(chosen()));
}

function restoreChoices() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (PARAMETERS.includes(name)) {
      choices[name].value = value;
    }
  }
}
