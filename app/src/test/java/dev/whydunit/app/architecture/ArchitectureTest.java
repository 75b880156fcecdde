package dev.whydunit.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls between the modules and the rules of the house, over the classes of all modules.
class ArchitectureTest {
    private static final String ROOT = "dev.whydunit";

    /// Each module with those that it sees, as the table of the design has it.
    private static final Map<String, Set<String>> SEES = Map.of(
            "evidence", Set.of(),
            "formats", Set.of("evidence"),
            "capture", Set.of("evidence", "formats"),
            "diagnosis", Set.of("evidence"),
            "evaluation", Set.of("evidence", "formats", "diagnosis"),
            "report", Set.of("evidence", "diagnosis"),
            "app", Set.of("evidence", "formats", "capture", "diagnosis", "evaluation", "report"));

    /// Names that say nothing of what a class is.
    private static final String EMPTY_NAME = ".*(Util|Utils|Helper|Helpers|Manager|Processor|Data)";

    private static final List<String> EMPTY_ROOMS =
            List.of("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..", "..misc..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    @Test
    void classesOfAllModulesAreSeen() {
        assertThat(CLASSES.stream().map(ArchitectureTest::module).distinct()).contains("evidence", "formats", "app");
        assertThat(CLASSES.stream().map(ArchitectureTest::module)).isSubsetOf(SEES.keySet());
    }

    static Stream<String> modules() {
        return SEES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleSeesOnlyThoseAboveIt(String module) {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "." + module + "..")
                .should()
                .dependOnClassesThat(describe("belong to a module that " + module + " does not see", target -> {
                    var other = module(target);
                    return SEES.containsKey(other)
                            && !other.equals(module)
                            && !SEES.getOrDefault(module, Set.of()).contains(other);
                })));
    }

    @Test
    void roomsOfAModuleHaveNoCycles() {
        check(slices().matching(ROOT + ".(*).(*)..").should().beFreeOfCycles());
    }

    @Test
    void nothingLogs() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.lang.System$Logger"));
    }

    @Test
    void onlyTheProgramKnowsItsStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".report..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in"));
    }

    @Test
    void onlyTheProgramExits() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".app.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class));
    }

    @Test
    void diagnosisIsPure() {
        check(noClasses()
                .that(resideInAPackage(ROOT + ".diagnosis..").or(resideInAPackage(ROOT + ".evidence..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, ProcessBuilder.class, java.io.File.class, java.time.Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses().should().haveNameMatching(EMPTY_NAME));
        check(noClasses().should().resideInAnyPackage(EMPTY_ROOMS.toArray(String[]::new)));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "has a package-info.java with @NullMarked");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String module(JavaClass type) {
        return module(type.getPackage());
    }

    private static String module(JavaPackage room) {
        var names = room.getName().split("\\.", 4);
        return room.getName().startsWith(ROOT + ".") ? names[2] : "";
    }
}
