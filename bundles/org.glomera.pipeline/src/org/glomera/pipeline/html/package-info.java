/** Pages of a comparison as HTML and as plain text, and the documents around them. Not part of the API. */
package org.glomera.pipeline.html;
