/** What the tests of the pipeline share: a small cohort, a stand-in for the engine. */
package org.glomera.pipeline.testing;
