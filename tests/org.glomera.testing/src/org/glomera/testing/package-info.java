/** What tests of several bundles share: phantoms whose every part is known. No part of the product. */
package org.glomera.testing;
