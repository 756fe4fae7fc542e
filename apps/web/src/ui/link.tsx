import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

type Html = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;

const MantineAnchor = forwardRef<HTMLAnchorElement, AnchorProps & Html>(
  function MantineAnchor(props, ref) {
    return <Anchor ref={ref} {...props} />;
  },
);
/** A link inside the application. */
export const Link = createLink(MantineAnchor);

type ButtonHtml = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;
const MantineButton = forwardRef<HTMLAnchorElement, ButtonProps & ButtonHtml>(
  function MantineButton(props, ref) {
    return <Button component="a" ref={ref} {...props} />;
  },
);
/** A link that looks like a button. */
export const LinkButton = createLink(MantineButton);
