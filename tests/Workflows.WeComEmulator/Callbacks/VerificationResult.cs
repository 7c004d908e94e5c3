namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Whether a receiver proved that it has the callback's secrets, and its HTTP status.</summary>
public sealed record VerificationResult(bool Verified, int? Answer);
