// 表格文本: what Excel and WPS put on the clipboard, tab-separated, cells with line breaks or tabs in quotes.

export function parseTable(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  let start = true;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') { cell += '"'; i += 1; }
      else quoted = false;
    } else if (char === '"' && start && closes(text, i)) {
      quoted = true;
      start = false;
    } else if (char === "\t" || char === "\n") {
      rows[rows.length - 1].push(cell);
      cell = "";
      start = true;
      if (char === "\n") rows.push([]);
    } else if (char !== "\r") {
      cell += char;
      start = false;
    }
  }
  rows[rows.length - 1].push(cell);
  while (rows.length > 1 && rows[rows.length - 1].every((each) => each === "")) rows.pop();
  return rows.map((row) => row.map(tidy));
}

// A quote at the head of a cell opens a quoted cell only if it is closed before a tab, a line end or the text's end.
function closes(text, from) {
  for (let i = from + 1; i < text.length; i += 1) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') { i += 1; continue; }
    return i + 1 >= text.length || "\t\r\n".includes(text[i + 1]);
  }
  return false;
}

function tidy(cell) {
  return cell.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, "");
}
