// 与服务器说话: every request carries the newest CSRF token and the user for whom this page was opened.

const PATIENCE = 20000;

export function cookie(name) {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

export function pageUser() {
  return document.body.dataset.user || "";
}

// Answers {status, data}; status 0 when nothing came back.
export async function send(url, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(url, {
      method: body ? "POST" : "GET",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": cookie("csrftoken"), "X-Page-User": pageUser() },
      credentials: "same-origin",
      redirect: "manual",
      signal: stop.signal,
    });
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    return { status: answer.status, data: isJson ? await answer.json() : {} };
  } catch (problem) {
    return { status: 0, data: {} };
  } finally {
    clearTimeout(timer);
  }
}
