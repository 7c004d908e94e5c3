using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Experiments;

/// <summary>Draws the arm of a contact: the same contact has the same arm of an experiment for ever, and its arms of two experiments say nothing of each other.</summary>
internal static class ArmDraw
{
    /// <returns>A number in [0, 1).</returns>
    public static double Of(string experiment, Guid contact) => Of($"{experiment}\n{contact:N}");

    /// <summary>The number of any text: the first 53 bits of its SHA-256.</summary>
    /// <returns>A number in [0, 1).</returns>
    public static double Of(string text) =>
        (BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0) >> 11) * (1.0 / (1UL << 53));
}
