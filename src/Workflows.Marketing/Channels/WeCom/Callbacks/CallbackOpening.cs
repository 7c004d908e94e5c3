namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>A message in clear, or why there is none.</summary>
/// <param name="Message">What WeCom said; empty when refused.</param>
/// <param name="Refusal">Why the request is refused, or null.</param>
public sealed record CallbackOpening(string Message, CallbackRefusal? Refusal)
{
    internal static CallbackOpening Refused(CallbackRefusal refusal) => new("", refusal);
}
