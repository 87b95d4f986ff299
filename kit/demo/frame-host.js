// What a page does that embeds the checker by a frame: it gives the frame the height it asks for, and hears what the
// checks found. To be copied and changed.
(function () {
  'use strict';

  var frame = document.querySelector('iframe.gouji');
  var said = document.getElementById('said');

  window.addEventListener('message', function (event) {
    // A frame in a sandbox has no origin; so the sender is told by its window.
    if (event.source !== frame.contentWindow || !event.data || event.data.gouji !== 1) return;
    if (event.data.type === 'height') frame.style.height = event.data.height + 'px';
    if (event.data.type === 'report') said.textContent = '核对完毕：错误 ' + event.data.answer.summary.errors + ' 处。';
  });
})();
