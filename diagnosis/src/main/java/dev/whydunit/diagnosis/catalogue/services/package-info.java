/// Causes between services: clients, pools, remote parties.
@NullMarked
package dev.whydunit.diagnosis.catalogue.services;

import org.jspecify.annotations.NullMarked;
