namespace Workflows.WeComEmulator.Faults;

/// <summary>Sets of faults with a name.</summary>
internal static class FaultPresets
{
    /// <summary>Everything that is known to go wrong, each a little.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("add_msg_template", 0.02) with
        {
            AfterProcessing = true,
        },
        Of("add_msg_template", 0.01) with
        {
            AfterProcessing = true,
            Http = 502,
        },
        Of("add_msg_template", 0.02) with
        {
            ErrCode = 41063,
        },
        Of("get_groupmsg_send_result", 0.02) with
        {
            ErrCode = 41063,
        },
        Of("send_welcome_msg", 0.01) with
        {
            ErrCode = 41051,
        },
        Of("add_moment_task", 0.02) with
        {
            ErrCode = 41079,
        },
        Of("add_moment_task", 0.01) with
        {
            AfterProcessing = true,
        },
        Of("mark_tag", 0.02) with
        {
            AfterProcessing = true,
        },
        Of("message/send", 0.02) with
        {
            AfterProcessing = true,
        },
        // The platform shuts an address for a minute after it: twice is enough for a storm that has to end.
        Of("*", 0.01) with
        {
            ErrCode = 45009,
            Count = 2,
        },
        Of("*", 0.01) with
        {
            ErrCode = 45033,
        },
        Of("*", 0.02) with
        {
            ErrCode = -1,
        },
        Of("*", 0.005) with
        {
            ErrCode = 42001,
        },
        Of("*", 0.005) with
        {
            ErrCode = 40014,
        },
        Of("*", 0.02) with
        {
            Http = 502,
        },
        Of("*", 0.01) with
        {
            Cut = true,
        },
        Of("*", 0.002) with
        {
            LatencyMs = 6_000,
        },
        Of("*", 0.05) with
        {
            LatencyMs = 100,
        },
    ];

    private static Fault Of(string path, double probability) => new() { Path = path, Probability = probability };
}
