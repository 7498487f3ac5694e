/** The properties of what is selected: name, value and unit, grouped. */
package org.glomera.ui.properties;
