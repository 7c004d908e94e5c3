using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.AppMessages;

/// <summary>Messages of the application to staff (应用消息): reminders, tasks; never to customers.</summary>
internal sealed class AppMessageCalls(WeComCalls calls)
{
    /// <summary>The name by which limits know messages to members.</summary>
    public const string Channel = "wecom-app";

    private const string Api = "/cgi-bin/message/send";

    /// <summary>
    /// Sends a text to up to 1,000 members. WeCom drops a second one of the same content within
    /// <paramref name="duplicateSeconds"/>, so that a lost answer may be asked for again.
    /// </summary>
    public Task<SentMessage> SendTextAsync(
        IReadOnlyList<string> userids,
        string text,
        int agentid,
        int duplicateSeconds,
        CancellationToken cancellationToken
    ) =>
        calls.PostAsync<SentMessage>(
            Api,
            new AppMessage(string.Join('|', userids), agentid, new WireText(text))
            {
                EnableDuplicateCheck = 1,
                DuplicateCheckInterval = duplicateSeconds,
            },
            cancellationToken
        );

    internal sealed record AppMessage(string Touser, int Agentid, WireText Text)
    {
        public string Msgtype { get; init; } = "text";

        public int Safe { get; init; }

        public int EnableDuplicateCheck { get; init; }

        /// <summary>Seconds, at most 14,400.</summary>
        public int DuplicateCheckInterval { get; init; }
    }

    internal sealed record SentMessage : WeComAnswer
    {
        /// <summary>Userids that were not reached, joined by <c>|</c>.</summary>
        public string? Invaliduser { get; init; }

        public string? Msgid { get; init; }
    }
}
