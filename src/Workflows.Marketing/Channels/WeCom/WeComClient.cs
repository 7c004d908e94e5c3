using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom.Acquisition;
using Workflows.Marketing.Channels.WeCom.AppMessages;
using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.ContactWays;
using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Groups;
using Workflows.Marketing.Channels.WeCom.MassMessages;
using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Channels.WeCom.Moments;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Tags;
using Workflows.Marketing.Channels.WeCom.Tokens;
using Workflows.Marketing.Channels.WeCom.Transfers;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>One company's WeCom: its server API, with the token and the quotas that all hosts share.</summary>
public sealed class WeComClient : IDisposable
{
    private readonly WeComTransport _transport;
    private readonly WeComTokens _tokens;
    private readonly CallQuota _quota;
    private readonly WeComOutage _outage;

    /// <param name="options">The application.</param>
    /// <param name="tokens">Where the hosts share the access token.</param>
    /// <param name="quotas">Where the hosts share the quotas.</param>
    /// <param name="clock">The only clock.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public WeComClient(WeComOptions options, IAccessTokenStore tokens, ICallQuotaStore quotas, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        CorpId = options.CorpId!;
        AgentId = options.AgentId;
        Timeout = options.Timeout;
        _outage = new WeComOutage(clock);
        _transport = new WeComTransport(options.BaseUrl, options.Timeout, clock);
        _tokens = new WeComTokens(options, tokens, _transport, _outage, clock);
        _quota = new CallQuota(quotas, CorpId, options.Calls, clock);
        Calls = new WeComCalls(_transport, _tokens, _quota, _outage, clock);
    }

    /// <summary>The company's id.</summary>
    public string CorpId { get; }

    /// <summary>The application's number, or null when it was not set.</summary>
    public int? AgentId { get; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>What is wrong with the application's set-up, in one line with the remedy; null while it works.</summary>
    public string? Diagnosis => _outage.Diagnosis;

    internal WeComCalls Calls { get; }

    internal CustomerCalls Customers => new(Calls);

    internal TagCalls Tags => new(Calls);

    internal GroupCalls Groups => new(Calls);

    internal ContactWayCalls ContactWays => new(Calls);

    internal JoinWayCalls JoinWays => new(Calls);

    internal AcquisitionCalls Acquisition => new(Calls);

    internal MassMessageCalls MassMessages => new(Calls);

    internal MomentCalls Moments => new(Calls);

    internal WelcomeCalls Welcomes => new(Calls);

    internal TransferCalls Transfers => new(Calls);

    internal MediaCalls Media => new(Calls);

    internal AppMessageCalls AppMessages => new(Calls);

    /// <inheritdoc/>
    public void Dispose()
    {
        _tokens.Dispose();
        _quota.Dispose();
        _transport.Dispose();
    }
}
