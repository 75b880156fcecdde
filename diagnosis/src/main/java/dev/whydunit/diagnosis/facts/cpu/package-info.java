/// What a CPU profile says: which share of the time goes to which kind of work, and to which function of the program.
@NullMarked
package dev.whydunit.diagnosis.facts.cpu;

import org.jspecify.annotations.NullMarked;
