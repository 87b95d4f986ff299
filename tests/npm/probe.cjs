// Runs in old engines, so in words that Node.js 10 knows: what is shipped is parsed, or loaded and asked.
//   probe.cjs parse FILE...            parses every file as a classic script
//   probe.cjs check FOLDER NAME FILE...  loads NAME.js and NAME_bg.wasm of the folder, prints one answer a line
'use strict';

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const util = require('util');

// Browsers of that age have them as globals; Node.js 10 does not.
if (typeof TextDecoder === 'undefined') {
  global.TextDecoder = util.TextDecoder;
  global.TextEncoder = util.TextEncoder;
}

const [task, ...rest] = process.argv.slice(2);
if (task === 'parse') {
  for (const file of rest) new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file });
  console.log('parsed ' + rest.length);
} else {
  const [folder, name, ...files] = rest;
  const global = name === 'gouji' ? 'wasm_bindgen' : 'gouji_engine';
  const glue = fs.readFileSync(path.join(folder, name + '.js'), 'utf8');
  const api = vm.runInThisContext('(function () { ' + glue + '\nreturn ' + global + '; })()');
  api.initSync({ module: new WebAssembly.Module(fs.readFileSync(path.join(folder, name + '_bg.wasm'))) });
  for (const file of files) {
    console.log(JSON.stringify(api.check(fs.readFileSync(file), path.basename(file), {})));
  }
}
