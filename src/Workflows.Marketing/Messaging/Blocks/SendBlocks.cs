using Workflows.Marketing.Channels.WeCom.Blocks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Converting;
using Workflows.Marketing.Entries;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>The send blocks by the type names that documents write, for checks before anything runs.</summary>
internal static class SendBlocks
{
    private static readonly SendBlock[] All =
    [
        new SendPrivateMessage(),
        new SendGroupMessage(),
        new PostMoments(),
        new SendSms(),
        new InviteBySms(),
        new SendEmail(),
        new SendOfficialAccountMessage(),
        new SendMiniProgramMessage(),
        new StaffTask(),
        new ShareCustomer(),
        new PushToSidebar(),
        new CallContact(),
        new PutInPackage(),
        new SendToPublicPlatform(),
        new GetLocation(),
    ];

    /// <summary>The blocks by type name.</summary>
    public static IReadOnlyDictionary<string, SendBlock> ByType { get; } =
        All.ToDictionary(block => $"Marketing.{block.GetType().Name}", StringComparer.Ordinal);
}
