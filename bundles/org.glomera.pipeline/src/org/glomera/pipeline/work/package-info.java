/** What the services share: progress, cases side by side, hashes and JSON files. Not part of the API. */
package org.glomera.pipeline.work;
