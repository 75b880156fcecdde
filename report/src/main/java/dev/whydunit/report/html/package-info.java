/// A diagnosis as one HTML file that needs no network: verdicts, the wait-for graph, goroutines by state and age, flame
/// graphs, the GC time line, inputs.
///
/// Each section is a class that writes itself; style and behaviour are resources of their own, put into the file
/// unchanged. Without its scripts the page still tells everything but the flame graphs.
@NullMarked
package dev.whydunit.report.html;

import org.jspecify.annotations.NullMarked;
