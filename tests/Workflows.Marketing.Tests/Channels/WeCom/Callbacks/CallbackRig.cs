using System.Text;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;
using Workflows.Testing;

namespace Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

/// <summary>A gate, its inbox and the loop that reads it, on a clock moved by hand.</summary>
internal sealed class CallbackRig
{
    public const int Tenant = 1;
    public const string Corp = "wwCORP";

    private const string Token = "TOKEN";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    public CallbackRig()
    {
        Signal = new CallbackSignal();
        Door = new CallbackGate(Options, Inbox, Signal, Clock, Tenant);
        Loop = new CallbackLoop(
            Inbox,
            new ContactEventIntake(Contacts, Clock),
            Signal,
            new CallbackLoopOptions { Tenant = Tenant, Owner = "one" },
            Clock
        );
    }

    public static CallbackOptions Options =>
        new()
        {
            Token = Token,
            EncodingAesKey = Key,
            ReceiveId = Corp,
        };

    public static WeComSeal Seal { get; } = new(Token, Key, Corp);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public MemoryCallbackStore Inbox { get; } = new();

    public MemoryContactStore Contacts { get; } = new();

    public CallbackSignal Signal { get; }

    public CallbackGate Door { get; }

    public CallbackLoop Loop { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static CallbackGate Gate(CallbackOptions options) =>
        new(options, new MemoryCallbackStore(), new CallbackSignal(), new FakeTimeProvider(), Tenant);

    public Task<CallbackRefusal?> PostAsync(string xml, string nonce) => SendAsync(Seal.Post(xml, Now, nonce));

    public Task<CallbackRefusal?> SendAsync((string Query, string Body) request) =>
        Door.ReceiveAsync(Request(request.Query), Encoding.UTF8.GetBytes(request.Body));

    public static CallbackRequest Request(string query)
    {
        var parts = HttpUtility.ParseQueryString(query);
        return new CallbackRequest(parts["msg_signature"], parts["timestamp"], parts["nonce"]);
    }

    public static string Added(string customer, string staff = "zhangsan", long at = 1_767_225_600) =>
        $"<xml><ToUserName>{Corp}</ToUserName><FromUserName>sys</FromUserName><CreateTime>{at}</CreateTime><MsgType>event</MsgType>"
        + $"<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType><UserID>{staff}</UserID>"
        + $"<ExternalUserID>{customer}</ExternalUserID><State>shop-7</State><WelcomeCode>code-{customer}</WelcomeCode></xml>";
}
