(() => {
  'use strict';
  const build = document.currentScript.dataset.build;
  const place = 'sitegen preview: ' + location.pathname;
  // The scroll position before the reload; the page may be too short for it until it has loaded.
  let kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    const restore = () => scrollTo({ top: Number(kept), behavior: 'instant' });
    restore();
    addEventListener('load', () => {
      restore();
      kept = null;
      history.scrollRestoration = 'auto';
    });
  }
  let panel = null;
  const element = (name, style, text) => {
    const made = document.createElement(name);
    made.style.cssText = style;
    if (text) made.textContent = text;
    return made;
  };
  const show = (problems) => {
    if (panel) panel.remove();
    panel = null;
    if (problems.length === 0) return;
    panel = element('div', 'position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:99999;'
      + 'background:#1d1b1a;color:#fff;font:15px/1.45 ui-monospace,monospace;padding:1rem 1.25rem;'
      + 'border-top:4px solid #e5533d;box-sizing:border-box');
    panel.id = 'sitegen-problems';
    panel.setAttribute('role', 'alert');
    panel.tabIndex = -1;
    const close = element('button', 'float:right;font:inherit;color:#1d1b1a;background:#fff;border:0;'
      + 'padding:.4rem .8rem;cursor:pointer', 'Hide');
    close.addEventListener('click', () => show([]));
    const heading = problems.length === 1 ? 'A problem' : problems.length + ' problems';
    panel.append(close, element('strong', 'display:block',
      heading + ': the page below is the last good one.'));
    for (const problem of problems.slice(0, 50)) {
      const item = element('div', 'margin-top:.8rem;white-space:pre-wrap;overflow-wrap:anywhere');
      item.append(element('span', 'color:#ffb4a6', problem.place ? problem.place + ': ' : ''),
        problem.severity + ': ' + problem.message);
      if (problem.excerpt) item.append(element('div', 'color:#c9c4c0;padding-left:1rem', problem.excerpt));
      panel.append(item);
    }
    document.body.append(panel);
  };
  const take = {
    build: (name) => {
      if (name === build) return;
      sessionStorage.setItem(place, kept ?? String(scrollY));
      history.scrollRestoration = 'manual';
      location.reload();
    },
    problems: (found) => show(JSON.parse(found)),
  };
  // A browser opens six connections to a host: one tab listens, and tells the others.
  const others = new BroadcastChannel('sitegen preview');
  const last = {};
  others.addEventListener('message', ({ data: [name, value] }) => {
    if (name === 'opened') Object.entries(last).forEach((event) => others.postMessage(event));
    else take[name](value);
  });
  const listen = () => new Promise(() => {
    const events = new EventSource('/.sitegen/events');
    for (const name of Object.keys(take)) {
      events.addEventListener(name, (event) => {
        last[name] = event.data;
        others.postMessage([name, event.data]);
        take[name](event.data);
      });
    }
    addEventListener('pagehide', () => events.close());
  });
  // Without HTTPS, another machine's browser has no locks.
  if (navigator.locks) navigator.locks.request('sitegen preview', listen);
  else listen();
  others.postMessage(['opened']);
})();
