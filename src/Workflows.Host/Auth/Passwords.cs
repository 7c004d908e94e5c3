using Microsoft.AspNetCore.Identity;

namespace Workflows.Host.Auth;

/// <summary>How passwords are chosen, kept and compared: PBKDF2 as the framework does it.</summary>
internal static class Passwords
{
    public const int Shortest = 10;
    private const int Longest = 200;

    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();

    /// <summary>A hash that no password has, compared with where there is no user: both take the same time.</summary>
    private static readonly string Decoy = Hasher.HashPassword(Nobody, ApiKey.Create());

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Whether the password is the one that was hashed; never for a user that is not there.</summary>
    public static bool Matches(string? hash, string password) =>
        password.Length <= Longest
        && Hasher.VerifyHashedPassword(Nobody, hash ?? Decoy, password) != PasswordVerificationResult.Failed
        && hash is not null;

    /// <summary>What is wrong with a new password, or null.</summary>
    public static string? Mistake(string? password, string name) =>
        password is null || password.Length < Shortest ? $"A password has {Shortest} characters or more."
        : password.Length > Longest ? $"A password has at most {Longest} characters."
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) ? "The password must not contain the name."
        : null;
}
