using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Composition;

/// <summary>Options are checked once, where they enter, and all their mistakes are named in one message.</summary>
internal static class ValidOptions
{
    /// <exception cref="ArgumentException">Something is wrong with the options.</exception>
    public static void ThrowIfInvalid(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<ValidationResult> mistakes = [];
        if (
            !Validator.TryValidateObject(options, new ValidationContext(options), mistakes, validateAllProperties: true)
        )
        {
            var all = string.Join(' ', mistakes.Select(mistake => mistake.ErrorMessage));
            throw new ArgumentException($"{options.GetType().Name}: {all}", nameof(options));
        }
    }
}
