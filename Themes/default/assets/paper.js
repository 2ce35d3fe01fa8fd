// Says whether the sheet whose code was read is current: its version came in the address, the
// current ones stand in a small list beside the sheets. Without this script nothing is missing.
(function () {
  "use strict";
  var place = document.getElementById("paper");
  var version = /[?&]v=([0-9a-f]{8})(?:&|$)/.exec(location.search);
  if (!place || !version || !window.XMLHttpRequest) return;
  var request = new XMLHttpRequest();
  request.onload = function () {
    var current, key, known = 0, words = place.getAttribute("data-outdated");
    if (request.status !== 200) return;
    try {
      current = JSON.parse(request.responseText);
    } catch (damaged) {
      return;
    }
    for (key in current) {
      if (/^[0-9a-f]{8}$/.test(current[key])) known += 1;
      if (current[key] === version[1]) words = place.getAttribute("data-current");
    }
    // An answer that is no list of versions says nothing about the paper.
    if (!known) return;
    place.textContent = words;
    place.hidden = false;
    place.setAttribute("role", "status");
    document.getElementById("main").insertBefore(place, document.getElementById("main").firstChild);
  };
  request.open("GET", place.getAttribute("data-versions"));
  request.send();
})();
