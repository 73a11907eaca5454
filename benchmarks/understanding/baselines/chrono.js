// chrono-node: its casual parser for each language, with `forwardDate` (what lies ahead is meant).
//
// A field counts as said where chrono is certain of it; a month without a day is the range of its days. Findings that
// do not overlap in fields are put together ("sexta" and, further on, "15h"). Day before month, as Brazilians write.
"use strict";

const chrono = require("chrono-node");
const { serve } = require("./wire.js");

const PARSERS = { pt: chrono.pt.casual, en: chrono.en.GB, es: chrono.es.casual };
const two = (number) => String(number).padStart(2, "0");
const day = (parts) => `${parts.get("year")}-${two(parts.get("month"))}-${two(parts.get("day"))}`;
const hour = (parts) => `${two(parts.get("hour"))}:${two(parts.get("minute"))}`;
const saysDay = (parts) => parts.isCertain("day") || parts.isCertain("weekday");
const saysHour = (parts) => parts.isCertain("hour");

function ofRange(start, end) {
  const dates = saysDay(start) || saysDay(end) ? [day(start), day(end)] : null;
  const found = {};
  if (dates) Object.assign(found, dates[0] === dates[1] ? { date: dates[0] } : { date_range: dates });
  if (saysHour(start) && saysHour(end)) found.time_range = [hour(start), hour(end)];
  return found;
}

function ofPoint(start) {
  const found = {};
  if (saysDay(start)) found.date = day(start);
  else if (start.isCertain("month")) {
    const [year, month] = [start.get("year"), start.get("month")];
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    found.date_range = [`${year}-${two(month)}-01`, `${year}-${two(month)}-${two(last)}`];
  }
  if (saysHour(start)) found.time = hour(start);
  return found;
}

function answer({ text, reference, language }) {
  const instant = new Date(`${reference}Z`);
  const answers = {};
  for (const { start, end } of PARSERS[language].parse(text, { instant, timezone: "UTC" }, { forwardDate: true })) {
    const found = end ? ofRange(start, end) : ofPoint(start);
    const taken = ["date", "time"].filter((kind) => kind in answers || `${kind}_range` in answers);
    if (!taken.some((kind) => kind in found || `${kind}_range` in found)) Object.assign(answers, found);
  }
  return { answers: [answers] };
}

serve(() => answer);
