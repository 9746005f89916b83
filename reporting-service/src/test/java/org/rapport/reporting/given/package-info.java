/** What tests give the service: domain events, as its neighbours would publish them. */
package org.rapport.reporting.given;
