using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Timeouts;
using Workflows.Host.Api;
using Workflows.Host.Api.Elsa;
using Workflows.Host.Auth;
using Workflows.Host.Calendars;
using Workflows.Host.Channels;
using Workflows.Host.Commands;
using Workflows.Host.Demo;
using Workflows.Host.Documents;
using Workflows.Host.GroupBuys;
using Workflows.Host.Live;
using Workflows.Host.Plugins;
using Workflows.Host.Referral;
using Workflows.Host.Studio;
using Workflows.Host.Telemetry;
using Workflows.Host.WeCom;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Composition;

/// <summary>Puts the process together: settings, rooms, workers, routes.</summary>
internal static class HostApplication
{
    // 10,000 events of 1 KiB and room to spare.
    private const long LargestBody = 16 * 1024 * 1024;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

    /// <summary>Builds the application; nothing runs yet.</summary>
    /// <param name="settings">Settings that win over files and environment, e.g. <c>Workflows:Provider</c>.</param>
    /// <param name="adjust">Changes the services before they are sealed; the test host brings its clock here.</param>
    /// <param name="withDemo">Whether a workspace without a webhook gets an inbox of its own to deliver to.</param>
    /// <exception cref="BadInputException">A setting is wrong.</exception>
    public static WebApplication Create(
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<IServiceCollection>? adjust = null,
        bool withDemo = false
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        var chosen = HostSettings.Read(builder.Configuration);
        var hasInbox = withDemo && string.IsNullOrWhiteSpace(chosen.Webhook);
        if (hasInbox)
        {
            chosen.Webhook = DemoEndpoints.AddressOn(chosen.Urls);
        }

        builder.WebHost.UseUrls(chosen.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        AddServices(builder, chosen);
        adjust?.Invoke(builder.Services);

        var application = builder.Build();
        UseMiddleware(application);
        application.MapRoutes();
        if (hasInbox)
        {
            application.MapDemoInbox();
        }

        return application;
    }

    private static void AddServices(WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(Clocks.Machine, TimeProvider.System);
        services
            .AddStorage(settings)
            .AddRules(TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone))
            .AddRuntime(PluginSet.Load(settings.PluginFolder))
            .AddMarketing(settings)
            .AddContentLibrary(settings)
            .AddCalendars(settings)
            .AddGroupBuys(settings)
            .AddReferral()
            .AddWelcomePlans()
            .AddWeCom(builder.Configuration)
            .AddRobot(builder.Configuration)
            .AddChannels(builder.Configuration);
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        services.AddTelemetry(builder.Configuration);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        // A query or body that cannot be bound then passes through the exception handler, which says why.
        services.Configure<RouteHandlerOptions>(routing => routing.ThrowOnBadRequest = true);
        services.AddRequestTimeouts(timeouts =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = LongestRequest,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            }
        );
        services.AddOpenApi(OpenApiDescription.Configure);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
        services.AddSingleton<DemoInbox>();
        services.AddSingleton<WorkspaceImport>();
        services.AddSingleton(new TemplateShelf(Library.Of(settings.Library).Root));
        services.AddSignIn();
        services.AddStudio();
        services.AddElsa();
        services.AddLive();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }

    private static void UseMiddleware(WebApplication application)
    {
        application.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // A body that is too large or cut short is the caller's mistake, not ours.
                StatusCodeSelector = failure =>
                    failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
                SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            }
        );
        application.UseStatusCodePages();
        application.UseRequestTimeouts();
        application.UseWebSockets();
        application.UseRateLimiter();
        application.Use(SameOrigin.CheckAsync);
        application.UseAuthentication();
        application.UseAuthorization();
    }
}
