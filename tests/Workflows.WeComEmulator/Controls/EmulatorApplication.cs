using System.Text.Encodings.Web;
using Workflows.WeComEmulator.Apps;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Clocks;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Faults;
using Workflows.WeComEmulator.Gateways;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Kf;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Mail;
using Workflows.WeComEmulator.MassMessages;
using Workflows.WeComEmulator.Media;
using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Moments;
using Workflows.WeComEmulator.Phones;
using Workflows.WeComEmulator.Police;
using Workflows.WeComEmulator.Quotas;
using Workflows.WeComEmulator.Seeds;
using Workflows.WeComEmulator.State;
using Workflows.WeComEmulator.Tags;
using Workflows.WeComEmulator.Transfers;
using Workflows.WeComEmulator.Ways;
using Workflows.WeComEmulator.WeChat;
using Workflows.WeComEmulator.Welcome;

namespace Workflows.WeComEmulator.Controls;

/// <summary>The emulator as a web application: the platform's API, its own controls under <c>/_emu</c>, and the phones.</summary>
internal static class EmulatorApplication
{
    private const long LargestUpload = 24 * 1024 * 1024;

    private static readonly IReadOnlyList<ApiMethod> Methods =
    [
        .. TokenApi.Methods,
        .. MemberApi.Methods,
        .. CustomerApi.Methods,
        .. IdentityApi.Methods,
        .. TagApi.Methods,
        .. GroupApi.Methods,
        .. GroupStatisticsApi.Methods,
        .. ContactWayApi.Methods,
        .. JoinWayApi.Methods,
        .. AcquisitionApi.Methods,
        .. MassMessageApi.Methods,
        .. MassResultApi.Methods,
        .. WelcomeApi.Methods,
        .. WelcomeTemplateApi.Methods,
        .. MomentApi.Methods,
        .. MomentResultApi.Methods,
        .. TransferApi.Methods,
        .. GroupTransferApi.Methods,
        .. MediaApi.Methods,
        .. AppMessageApi.Methods,
        .. RobotApi.Methods,
        .. KfApi.Methods,
        .. WeChatApi.Methods,
    ];

    /// <summary>Starts it; a company that is kept in a file is rebuilt first.</summary>
    public static async Task<WebApplication> StartAsync(EmulatorOptions options, CancellationToken stop)
    {
        var application = Create(options);
        await application.StartAsync(stop);
        if (application.Services.GetService<Recorder>() is { } recorder)
        {
            await recorder.RebuildAsync(new Uri(application.Urls.First()), runs: options.Now is null);
        }

        return application;
    }

    private static WebApplication Create(EmulatorOptions options)
    {
        var clock = new EmulatorClock();
        var state = options.State is { } path ? StateFile.Open(path, options) : null;
        if ((state?.FoundedAt ?? options.Now) is { } now)
        {
            clock.StandAt(now);
        }

        var company = Founding.Of(options.Seed, clock, options.Dice);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseUrls(options.Url)
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestUpload);
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
        );
        builder.Services.AddSingleton(company).AddSingleton(Client());
        builder.Services.AddHostedService<Ticker>().AddHostedService<CallbackSender>();
        builder.Services.AddHostedService(_ => new SmtpSink(company, options.MailPort));
        if (state is not null)
        {
            builder.Services.AddSingleton(_ => new Recorder(state, company));
        }

        var application = builder.Build();
        if (application.Services.GetService<Recorder>() is { } recorder)
        {
            application.Use(next => http => recorder.HandleAsync(http, next));
        }

        application.Lifetime.ApplicationStarted.Register(() => company.Address = application.Urls.First());
        Map(application, company);
        return application;
    }

    private static void Map(WebApplication application, Company company)
    {
        var client = application.Services.GetRequiredService<HttpClient>();
        application.MapApi(company, Methods);
        application.MapMedia(company);
        application.MapSmsGateway(company);
        var controls = application.MapGroup("/_emu");
        controls.MapClock(company);
        controls.MapPolice(company);
        controls.MapFaults(company);
        controls.MapQuotas(company);
        controls.MapLog(company);
        controls.MapCallbacks(company, client);
        controls.MapMembers(company);
        controls.MapCustomers(company, client);
        controls.MapGroups(company);
        controls.MapPhones(company);
        controls.MapMail(company);
        application.MapPhonePages();
        application.MapQrCodes(company);
    }

    // A tracked link is followed by the phone, not by the emulator: the first answer is enough.
    private static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false });
}
