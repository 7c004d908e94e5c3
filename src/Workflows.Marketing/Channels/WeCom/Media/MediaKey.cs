namespace Workflows.Marketing.Channels.WeCom.Media;

/// <summary>An uploaded file.</summary>
/// <param name="Account">The company it was uploaded to.</param>
/// <param name="Purpose"><c>chat</c> or <c>moments</c>: WeCom does not let one stand in for the other (41072).</param>
/// <param name="Fingerprint">What its name and bytes come to.</param>
public sealed record MediaKey(string Account, string Purpose, string Fingerprint);
