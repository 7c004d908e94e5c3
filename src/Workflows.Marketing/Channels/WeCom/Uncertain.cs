using Workflows.Marketing.Channels.WeCom.MassMessages;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>
/// What WeCom's documents leave open or say twice differently, in one place: each point is to be verified on a real company
/// before a brand relies on it. docs/wecom.md lists them for operators.
/// </summary>
internal static class Uncertain
{
    /// <summary>get_groupmsg_task: 0 is not sent; some pages say 2 is sent, others 1 all and 2 some. Anything but 0 counts as sent.</summary>
    public static bool HasConfirmed(int memberStatus) => memberStatus != 0;

    /// <summary>get_groupmsg_send_result: the four numbers are of third parties that agree; another one counts as not sent yet.</summary>
    public static SendStatus Status(SendStatus status) => Enum.IsDefined(status) ? status : SendStatus.Unsent;

    /// <summary>
    /// get_groupmsg_list_v2: one page says that tasks made by the API have no creator. So we ask for all, and let the
    /// recipients decide which are ours.
    /// </summary>
    public const int AllCreators = 2;

    /// <summary>
    /// How far WeCom's clock and ours may be apart, and how late a task may be listed, when we look for one by its time.
    /// </summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Transfers of one customer within 90 days: the document says 2, the error text of 40128 says 1. Ours is the stricter.
    /// </summary>
    public static int TransfersIn90Days => 1;

    /// <summary>How many Moments of a company a customer sees in a day is in no document; third parties say 3 (S2-43).</summary>
    public const int MomentsSeenADay = 3;
}
