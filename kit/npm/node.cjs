// The engine for require().
'use strict';

exports.load = (source) => import('./node.js').then((own) => own.load(source));
