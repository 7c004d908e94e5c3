using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Workflows.Host.Auth;

/// <summary>Composes who may come in: programs by key, people by session, everybody by role.</summary>
internal static class SignInComposition
{
    private const string Either = "Either";

    public static void AddSignIn(this IServiceCollection services)
    {
        services
            .AddSingleton<ApiKeyRing>()
            .AddSingleton<SignIn>()
            .AddSingleton<UserRoll>()
            .AddSingleton<SessionCheck>();
        services.AddDataProtection().SetApplicationName("Workflows");
        services.AddSingleton<IXmlRepository, DatabaseKeyring>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository>((options, keyring) => options.XmlRepository = keyring);
        services
            .AddAuthentication(Either)
            .AddPolicyScheme(
                Either,
                displayName: null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        ApiKeyAuthentication.IsShown(context) || !IsPerson(context.Request)
                            ? ApiKeyAuthentication.SchemeName
                            : SessionCookie.SchemeName
            )
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(
                ApiKeyAuthentication.SchemeName,
                configureOptions: null
            )
            .AddCookie(SessionCookie.SchemeName, SessionCookie.Configure);
        services.AddAuthorization(RolePolicies.Configure);
        services.AddRateLimiter(SignInRate.Configure);
    }

    private static bool IsPerson(HttpRequest request) =>
        request.Cookies.ContainsKey(SessionCookie.CookieName)
        || request.Path.StartsWithSegments(Studio.StudioPaths.Root, StringComparison.Ordinal);
}
