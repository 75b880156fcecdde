package dev.whydunit.diagnosis.facts.waits;

/// Why a goroutine may hold a lock, the best reason first. A dump never prints who holds.
public enum Relation {
    /// A frame of it works on the very object that the lock lies in: the words say so.
    SAME_OBJECT,
    /// It is inside a function in which others wait for the lock: it came past that place.
    SAME_FUNCTION,
    /// It is inside a method of the type whose methods wait for the lock.
    SAME_TYPE
}
