/** The table of a study's cases: a row each, with a small picture, what the case has and what it is for. */
package org.glomera.ui.cases;
