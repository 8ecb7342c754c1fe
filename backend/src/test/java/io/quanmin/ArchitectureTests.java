package io.quanmin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quanmin.kernel.Problem;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What no reviewer should have to look for. */
@AnalyzeClasses(packages = "io.quanmin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> BLOCKING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

    @ArchTest
    static final ArchRule nobodyBlocks = classes()
            .should(notCall("block on a publisher", call -> isReactor(call) && BLOCKING.contains(call.getName())));

    @ArchTest
    static final ArchRule onlyTheOwnerOfAWorkersLifeSubscribes = classes()
            .that()
            .areNotAssignableTo(SmartLifecycle.class)
            .should(notCall(
                    "subscribe", call -> isReactor(call) && call.getName().equals("subscribe")));

    @ArchTest
    static final ArchRule sqlIsKeptInTables = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Table")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DatabaseClient.class);

    @ArchTest
    static final ArchRule tablesArePrivateToTheirModule = classes()
            .that()
            .haveSimpleNameEndingWith("Table")
            .and()
            .doNotHaveSimpleName("FlowTable")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyWechatKnowsWxJava = noClasses()
            .that()
            .resideOutsideOfPackage("io.quanmin.wechat..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.binarywang.wx..", "me.chanjar.weixin..");

    @ArchTest
    static final ArchRule onlyMediaKnowsTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("io.quanmin.media..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.minio..");

    @ArchTest
    static final ArchRule endpointsArePackagePrivateAndNamedSo = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Endpoint");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|VO)$");

    @ArchTest
    static final ArchRule whatGoesWrongIsAProblem = noClasses()
            .that()
            .areAssignableTo(RuntimeException.class)
            .and()
            .areNotAssignableTo(Problem.class)
            .should()
            .haveSimpleNameEndingWith("Problem");

    private static boolean isReactor(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher");
    }

    private static ArchCondition<JavaClass> notCall(String what, java.util.function.Predicate<JavaCall<?>> forbidden) {
        return new ArchCondition<>("not " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                java.util.stream.Stream.<JavaCall<?>>concat(
                                type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
                        .filter(forbidden)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }
}
