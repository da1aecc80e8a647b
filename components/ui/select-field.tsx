type Props = {
  name: string;
  /** Where two of one name stand on a page. */
  id?: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  /** Its width, where that of a filter is too little. */
  className?: string;
};

/** A labelled choice among few, beside a search field. */
export function SelectField({ name, id = name, label, value, options, className = "tablet:w-52" }: Props) {
  return (
    <div>
      <label htmlFor={id} className="block text-base font-semibold">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value} className={`campo mt-1 ${className}`}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
