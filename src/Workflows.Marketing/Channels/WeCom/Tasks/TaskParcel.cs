using Workflows.Marketing.Channels.WeCom.Content;
using Workflows.Marketing.Channels.WeCom.Intents;

namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>Messages of one sender and content that make one task.</summary>
internal sealed record TaskParcel(
    int Tenant,
    string Sender,
    string Outline,
    PackedContent Content,
    IReadOnlyList<SendIntentMessage> Messages
);
