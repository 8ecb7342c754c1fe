package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Role;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * Lets a new city in: a system administrator named by {@code quanmin.identity.first-admin.login} and {@code .password}, who adds
 * everybody else, and a security administrator named by {@code .security-login} and {@code .security-password}, who grants their
 * roles. Changes nothing where those logins are taken; the settings may go once they are used.
 */
@Component
@ConditionalOnProperty("quanmin.identity.first-admin.login")
class FirstAdministrator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final StaffAdministration administration;
    private final List<NewStaff> first;
    private Disposable work = Disposables.disposed();

    FirstAdministrator(
            StaffAdministration administration,
            CitySettings city,
            @Value("${quanmin.identity.first-admin.login}") String login,
            @Value("${quanmin.identity.first-admin.password}") String password,
            @Value("${quanmin.identity.first-admin.security-login:}") String securityLogin,
            @Value("${quanmin.identity.first-admin.security-password:}") String securityPassword) {
        this.administration = administration;
        String everywhere = city.code().substring(0, 4);
        NewStaff system = new NewStaff(login, "系统管理员", password, Set.of(Role.SYSTEM_ADMIN), null, everywhere, false);
        NewStaff security = new NewStaff(
                securityLogin, "安全管理员", securityPassword, Set.of(Role.SECURITY_ADMIN), null, everywhere, false);
        this.first = securityLogin.isEmpty() ? List.of(system) : List.of(system, security);
    }

    @Override
    public void start() {
        work = Flux.fromIterable(first)
                .concatMap(administration::addStaff)
                .subscribe(
                        staff -> LOG.info("A first administrator is {}", staff),
                        failure -> LOG.error("A first administrator could not be added: {}", failure.getMessage()));
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
