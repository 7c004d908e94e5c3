// Line icons, drawn here so that they look alike on a machine without emoji.
const shapes = {
  chats: "M4 5.5h16v10.5H11l-4.5 3.5V16H4z",
  scan: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M4 12h16",
  moments: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7",
  tasks: "M4.5 4.5h15v15h-15zM8 12l3 3 5-6",
  notices: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4",
  clients: "M9 11.5a3.2 3.2 0 1 0 0-6.4a3.2 3.2 0 1 0 0 6.4M3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 5.5a3 3 0 0 1 0 5.800M17 14.300c2.2.6 3.600 2.300 3.600 4.700",
  link: "M9.5 14.5l5-5M8 11l-2.5 2.5a3.5 3.5 0 0 0 5 5L13 16M11 8l2.5-2.5a3.5 3.5 0 0 1 5 5L16 13",
  miniprogram: "M12 8.5v7a3 3 0 1 1-3-3M12 15.5v-7a3 3 0 1 1 3 3",
  video: "M8 5.5l10 6.5-10 6.5z",
  file: "M6 3.5h8l4 4v13H6zM14 3.5v4h4",
  remind: "M12 5a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 9v4.5l3 2M4.5 3.5L2.5 5.5M19.5 3.5l2 2",
  app: "M3.5 5.5h17v13h-17zM3.5 6.5l8.5 7 8.5-7",
  heart: "M12 19.5S4 14.5 4 9a4.2 4.2 0 0 1 8-1.800A4.2 4.2 0 0 1 20 9c0 5.5-8 10.5-8 10.5z",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `icon ${name}`, "aria-hidden": "true" })) svg.setAttribute(key, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[name] ?? shapes.file);
  svg.append(path);
  return svg;
}
